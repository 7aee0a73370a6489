/// Numbers of libcurl's binary interface, which never change (`curl/curl.h`): what can be set.
enum CurlOption {
  static let writeData: Int32 = 10_001
  static let url: Int32 = 10_002
  static let proxy: Int32 = 10_004
  static let errorBuffer: Int32 = 10_010
  static let headerList: Int32 = 10_023
  static let method: Int32 = 10_036
  static let headerData: Int32 = 10_029
  static let certificates: Int32 = 10_065
  static let acceptEncoding: Int32 = 10_102
  static let copiedBody: Int32 = 10_165
  static let exceptFromProxy: Int32 = 10_177
  static let writeFunction: Int32 = 20_011
  static let headerFunction: Int32 = 20_079
  static let leastTLS: Int32 = 32
  static let noSignals: Int32 = 99
  static let timeLimit: Int32 = 155
  static let connectTimeLimit: Int32 = 156
  static let protocols: Int32 = 181
  static let hideProxyHeaders: Int32 = 265
  static let allowHeadless: Int32 = 285
}

/// The values that can be asked for after a transfer.
enum CurlInfo {
  /// The status with which a proxy answered `CONNECT`; 0 where none did.
  static let proxyStatus: Int32 = 0x20_0000 + 22
}

extension TransportFailure {
  /// The failure behind a result code of libcurl other than 0, with its words for it.
  ///
  /// - Parameter proxyStatus: the status with which a proxy answered `CONNECT`; 0 where none did.
  init(curlCode: Int32, words: String, proxyStatus: Int) {
    if proxyStatus >= 300 {
      self = .proxyRefused(status: proxyStatus)
      return
    }
    switch curlCode {
    // What this libcurl cannot do, however often it is asked.
    case 1, 2, 4, 27, 43, 48: self = .impossible(words)
    case 5, 6: self = .hostNotFound(words)
    case 7, 97: self = .notConnected(words)
    // A partial file, an empty reply, and failures of the connection while sending or receiving.
    case 16, 18, 52, 55, 56, 92: self = .cut(words)
    case 28: self = .timedOut
    case 51, 60, 77, 83, 90, 91: self = .notTrusted(words)
    default: self = .other(words)
    }
  }
}
