import Testing

@Suite struct TagwrightPlanTests {}
