import JSONText

extension TagResult {
  /// The rests of the messages that begin with a mark, among those that the code of our templates logs:
  /// `{"Type": "Message", "Message": "missing: value"}`.
  func messages(beginning mark: String) -> [Substring] {
    // Most lines of most logs are long and do not have the mark.
    effects.logs.compactMap { line in
      guard line.containsText(mark), let message = (try? JSON.read(line))?["Message"]?.string,
        message.hasPrefix(mark)
      else { return nil }
      return message.dropFirst(mark.count)
    }
  }

  /// Whether its code says that it sent nothing for want of consent, as that of our templates does.
  package var saysRefused: Bool { !messages(beginning: "not sent: no consent to ").isEmpty }
}
