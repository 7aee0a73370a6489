import Testing

@Suite struct JSONTextTests {}
