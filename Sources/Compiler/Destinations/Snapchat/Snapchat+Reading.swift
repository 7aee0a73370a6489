import TagwrightPlan

extension Snapchat {
  init(reading declaration: DestinationDeclaration, _ options: ReadOptions) {
    var declaration = declaration
    declaration.limitedDataUse = options.limitedDataUse("data_processing_options")
    self.init(declaration)
  }
}
