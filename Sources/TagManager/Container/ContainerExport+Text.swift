import JSONText

extension ContainerExport {
  /// The file, byte for byte as Tag Manager writes it: UTF-8, 4 spaces, no final newline.
  package var bytes: [UInt8] { json(.export).bytes(.container) }
}
