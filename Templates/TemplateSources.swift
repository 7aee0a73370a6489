/// The sandboxed-JavaScript sources that the binary carries, a folder per destination.
package enum TemplateSources {}
