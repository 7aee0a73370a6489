import Testing

@Suite struct TagManagerTests {}
