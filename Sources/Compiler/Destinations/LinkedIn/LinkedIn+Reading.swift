import TagwrightPlan

extension LinkedIn {
  init(reading declaration: DestinationDeclaration, _ options: ReadOptions) {
    self.init(declaration)
  }
}
