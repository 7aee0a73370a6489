import Testing

@Suite struct SandboxedJSTests {}
