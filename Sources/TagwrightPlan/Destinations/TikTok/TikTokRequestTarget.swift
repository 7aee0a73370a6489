extension RequestTarget {
  /// TikTok's Events API.
  public static let tikTok = RequestTarget.url("https://business-api.tiktok.com/")
}
