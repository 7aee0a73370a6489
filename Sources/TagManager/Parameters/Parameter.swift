/// A setting of an entity, or a row, cell or value inside one.
///
/// Every scalar value is text, also of a `BOOLEAN` and an `INTEGER`; it may contain `{{Variable}}`.
package struct Parameter: JSONMapped {
  /// The type of its value.
  package var type: ParameterType
  /// Its name; absent in a list.
  package var key: String?
  /// The text of a scalar; absent where it is empty.
  package var value: String?
  /// The elements of a `LIST`.
  package var list: [Parameter]
  /// The entries of a `MAP`, each with a key.
  package var map: [Parameter]
  /// Whether a `TAG_REFERENCE` may outlive its tag; only in transformations.
  package var isWeakReference: Bool?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a parameter as it is given; the factories know what each kind needs.
  package init(
    type: ParameterType, key: String? = nil, value: String? = nil, list: [Parameter] = [],
    map: [Parameter] = [], isWeakReference: Bool? = nil
  ) {
    self.type = type
    self.key = key
    self.value = value
    self.list = list
    self.map = map
    self.isWeakReference = isWeakReference
  }
}

extension Parameter {
  package static var blank: Self {
    Self(type: ParameterType(rawValue: ""))
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.word("type", &type)
    try members.string("key", &key)
    try members.string("value", &value)
    try members.objects("list", &list)
    try members.objects("map", &map)
    try members.boolean("isWeakReference", &isWeakReference)
  }
}
