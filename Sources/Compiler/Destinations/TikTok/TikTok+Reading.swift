import TagwrightPlan

extension TikTok {
  init(reading declaration: DestinationDeclaration, _ options: ReadOptions) {
    var declaration = declaration
    declaration.limitedDataUse = options.limitedDataUse("limited_data_use")
    self.init(declaration, clientHints: options.source("device"))
  }

  var writtenOptions: WrittenOptions {
    WrittenOptions(last: clientHints.map { [("clientHints", .source($0))] } ?? [])
  }
}
