import TagwrightPlan

extension Pinterest {
  init(reading declaration: DestinationDeclaration, _ options: ReadOptions) {
    var declaration = declaration
    declaration.limitedDataUse = options.limitedDataUse("opt_out_type", in: "custom")
    self.init(declaration, optOut: options.source("opt_out"))
  }

  var writtenOptions: WrittenOptions {
    WrittenOptions(last: optOut.map { [("optOut", .source($0))] } ?? [])
  }
}
