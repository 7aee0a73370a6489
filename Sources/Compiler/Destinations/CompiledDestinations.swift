import TagwrightPlan

/// Every destination that can be compiled, in the order in which their rules are listed.
let compiledDestinations: [any CompiledDestination.Type] = [
  TikTok.self, Meta.self, Pinterest.self, Snapchat.self, Reddit.self, LinkedIn.self,
]
