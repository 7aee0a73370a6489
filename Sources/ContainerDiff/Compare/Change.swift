/// One thing in an entity that differs.
package struct Change: Hashable, Sendable {
  /// The place of the change, as the file names it: `paused`, `parameter.event_id`,
  /// `filter[0].parameter.arg1`.
  package let path: String
  /// The old value; `nil` where there was nothing.
  package let old: NormalValue?
  /// The new value; `nil` where there is nothing.
  package let new: NormalValue?
  /// The differences between the lines, where both are texts and one has several lines.
  package let lines: LineDifference?

  init(_ path: String, old: NormalValue?, new: NormalValue?) {
    self.path = path
    self.old = old
    self.new = new
    if let before = old?.text, let after = new?.text,
      before.utf8.contains(UInt8(ascii: "\n")) || after.utf8.contains(UInt8(ascii: "\n"))
    {
      lines = LineDifference(before, after)
    } else {
      lines = nil
    }
  }
}
