import Testing

@Suite struct TagwrightTests {}
