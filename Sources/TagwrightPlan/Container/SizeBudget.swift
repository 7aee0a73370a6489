/// The sizes of a container and of each of its templates above which a rule warns.
///
/// Tag Manager reads import files up to 10 MB; for server containers no other limit is published.
package struct SizeBudget: Sendable {
  /// The export file, in bytes.
  package var container = 10_000_000
  /// One template's text, in bytes.
  package var template = 100_000
}

/// An amount of data: `.kilobytes(200)`.
public struct DataSize: Sendable {
  package let bytes: Int

  /// So many times 1,000 bytes.
  public static func kilobytes(_ count: Int) -> DataSize { DataSize(count, times: 1_000) }
  /// So many times 1,000,000 bytes.
  public static func megabytes(_ count: Int) -> DataSize { DataSize(count, times: 1_000_000) }

  private init(_ count: Int, times unit: Int) {
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: unit)
    self.bytes = isTooLarge ? .max : bytes
  }
}

extension ServerContainer {
  /// Sets from which size on a rule warns; what is not named keeps its budget.
  ///
  /// - Parameters:
  ///   - container: the export file; 10 MB where it is not set.
  ///   - template: the text of each template; 100 kB where it is not set.
  public func sizeBudget(
    container: DataSize? = nil, template: DataSize? = nil
  ) -> ServerContainer {
    var copy = self
    if let container { copy.sizeBudget.container = container.bytes }
    if let template { copy.sizeBudget.template = template.bytes }
    return copy
  }
}
