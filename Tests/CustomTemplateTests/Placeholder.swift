import Testing

@Suite struct CustomTemplateTests {}
