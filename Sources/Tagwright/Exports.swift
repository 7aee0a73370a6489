@_exported public import TagwrightPlan
