import Compiler
import Foundation
import Diagnostics
public import TagwrightPlan
extension TrackingPlan {
  /// tmp
  public static func main() {
    let c = Compilation(Self().plan, name: "Shop")
    for d in c.diagnostics { print(d.text()) }
    for f in c.files {
      let url = URL(fileURLWithPath: "/tmp/out/" + f.path)
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(f.bytes).write(to: url)
    }
  }
}
