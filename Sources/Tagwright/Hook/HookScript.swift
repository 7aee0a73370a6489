import Compiler

/// The pre-commit hook itself: a small shell script that only decides who does the work.
///
/// Written for any POSIX shell. Its second line carries a checksum of the rest, so that a script changed by
/// hand is told from one of another version.
package struct HookScript: Hashable, Sendable {
  /// Counts up with every change of the script.
  package static let version = 1
  /// The suffix for the name of a hook that was there before.
  package static let keptSuffix = ".before-tagwright"

  /// The plans that the script looks after, in the order in which they were added.
  package var plans: [HookedPlan]

  /// Puts a script together.
  package init(plans: [HookedPlan]) { self.plans = plans }

  /// The whole file.
  package var text: String {
    let body = Self.body(plans)
    return "#!/bin/sh\n\(Self.mark)\(Self.version) \(Self.checksum(of: body))\n\(body)"
  }

  /// The kinds of files that can be in the hook's place.
  package enum Found: Hashable, Sendable {
    /// A script that Tagwright wrote; of this version or of another.
    case written(HookScript, isCurrent: Bool)
    /// A script that Tagwright wrote and somebody changed.
    case changed
    /// Somebody else's.
    case foreign
  }

  /// Recognises a script.
  package static func recognise(_ text: String) -> Found {
    let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3, lines[0] == "#!/bin/sh", lines[1].hasPrefix(mark) else {
      return .foreign
    }
    let fields = lines[1].dropFirst(mark.count).split(separator: " ")
    let body = String(lines[2])
    guard fields.count == 2, Int(fields[0]) != nil, fields[1] == checksum(of: body) else {
      return .changed
    }
    let script = HookScript(plans: body.split(separator: "\n").compactMap(plan))
    return .written(script, isCurrent: script.text == text)
  }

  /// The checksum of what follows the second line.
  package static func checksum(of body: String) -> String { StableHash.digits(of: body) }

  /// The beginning of the second line.
  private static let mark = "# tagwright-hook "
  /// The beginning of a plan's line.
  private static let planMark = "plan "

  private static func body(_ plans: [HookedPlan]) -> String {
    let calls = plans.map { plan in
      let words = ["./\(plan.folder)", plan.product, plan.output, plan.withoutOutput] + plan.inputs
      return planMark + words.map(ShellText.quoted).joined(separator: " ")
    }
    return program + calls.joined(separator: "\n") + "\n"
  }

  private static func plan(_ line: Substring) -> HookedPlan? {
    guard line.hasPrefix(planMark) else { return nil }
    let words = ShellText.words(line.dropFirst(planMark.count))
    // A folder's name may begin with an accent, which would be one character with the slash.
    guard words.count > 4, words[0].unicodeScalars.starts(with: "./".unicodeScalars) else {
      return nil
    }
    return HookedPlan(
      folder: String(words[0].unicodeScalars.dropFirst(2)), product: words[1])
  }

  /// Everything but the lines of the plans.
  private static let program = #"""
    # Regenerates what a changed tracking plan leads to, and stages it.
    # Written by 'tagwright hook install', removed by 'tagwright hook uninstall'.
    # To commit without it: SKIP=tagwright git commit, or git commit --no-verify.

    # The hook that was here before has the first word.
    if [ -x "$0.before-tagwright" ]; then
      "$0.before-tagwright" "$@" || exit $?
    fi
    case ",${SKIP:-}," in *,tagwright,*) exit 0 ;; esac
    unset GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS
    top=$(pwd)

    refuse() {
      for line; do printf 'tagwright: %s\n' "$line" >&2; done
      printf '%s\n' "tagwright: to commit without this check: SKIP=tagwright git commit" >&2
      exit 1
    }

    # Sets 'tool' to the newest executable, and 'outdated' to a source that is newer, if there is one.
    find_tool() {
      tool=
      for candidate in "$top/$folder.build/debug/$product" "$top/$folder.build/release/$product"; do
        [ -x "$candidate" ] || continue
        if [ -z "$tool" ] || [ "$candidate" -nt "$tool" ]; then tool=$candidate; fi
      done
      [ -n "$tool" ] || return 0
      built=$tool
      # A build that had nothing to do leaves the executable as it is.
      if [ "$top/$folder.build/tagwright-built" -nt "$tool" ]; then
        built=$top/$folder.build/tagwright-built
      fi
      outdated=$(find "${folder}Package.swift" "${folder}Package.resolved" "${folder}Sources" \
        "${folder}Templates" -newer "$built" 2>/dev/null | head -n 1)
      # What other packages on this disk hold, only a build finds out.
      if [ -z "$outdated" ] && command -v swift >/dev/null &&
        grep -q '\.package(.*path:' "${folder}Package.swift"; then
        outdated=${folder}Package.swift
      fi
    }

    # The build must not take this repository for one of its packages'.
    build() (
      unset $(git rev-parse --local-env-vars)
      cd "$top/$folder" || exit
      touch .build/tagwright-building 2>/dev/null
      swift build -q --product "$product" >&2 || exit
      mv -f .build/tagwright-building .build/tagwright-built 2>/dev/null
      exit 0
    )

    plan() {
      folder=$1 product=$2 output=$3 without_output=$4
      shift 4
      git diff --cached --quiet --no-ext-diff -- "$output" "$@" && return 0
      [ -f "${folder}Package.swift" ] || return 0
      find_tool
      if [ -z "$tool" ] || [ -n "$outdated" ]; then
        # What is not staged is compiled apart; any executable can see to that.
        if [ -z "$tool" ] || git diff --quiet --no-ext-diff -- "$without_output" "$@"; then
          if ! command -v swift >/dev/null; then
            if [ -z "$tool" ]; then
              set -- "the plan in '$folder' has not been built yet, and there is no 'swift' on PATH"
            else
              set -- "'$outdated' is newer than the built plan, and there is no 'swift' on PATH"
            fi
            refuse "$@" "run 'swift build' where it is, or add it to the PATH of your git client"
          fi
          [ -n "$tool" ] || printf 'tagwright: building the plan for the first time\n' >&2
          build || refuse "the plan in '$folder' does not compile"
          find_tool
          [ -n "$tool" ] || refuse "'swift build' made no executable '$product' in '$folder.build'"
        fi
      fi
      (cd "$folder" && exec "$tool" hook run --top "$top") || exit
    }


    """#
}
