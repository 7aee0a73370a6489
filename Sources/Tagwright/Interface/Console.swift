package import Diagnostics

/// The receiver of a command's text: the result goes to standard output, everything else to standard error.
package struct Console {
  private let output: (String) -> Void
  private let errors: (String) -> Void
  /// The style of diagnostics on standard error.
  package let style: SeverityStyle
  /// The style of the result on standard output.
  package let outputStyle: SeverityStyle
  /// Whether somebody watches standard error, to be told how far long work is.
  package let isWatched: Bool
  /// Whether the result goes to a terminal, and not into a file or to another program.
  package let isOutputTerminal: Bool

  /// Sends text to two sinks, each call a piece that ends with a line feed.
  package init(
    output: @escaping (String) -> Void, errors: @escaping (String) -> Void,
    style: SeverityStyle = .plain, outputStyle: SeverityStyle = .plain, isWatched: Bool = false,
    isOutputTerminal: Bool = false
  ) {
    self.isOutputTerminal = isOutputTerminal
    self.isWatched = isWatched
    self.outputStyle = outputStyle
    self.output = output
    self.errors = errors
    self.style = style
  }

  /// Prints a part of the result.
  package func print(_ text: String) { output(text + "\n") }

  /// Prints what is not the result: diagnostics, progress, advice.
  package func report(_ text: String) { errors(text + "\n") }
}
