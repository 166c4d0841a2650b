/// Advice on good practice: what a sound project may still do better.
///
/// {@link Linter} is the front. It looks at the document of a loaded project, merged and in
/// canonical form, with the {@link Rule}s that {@link Rules} lists, and gives diagnostics whose
/// codes are the names of rules. {@link Suppressions} are what comments in the files say against
/// them.
@NullMarked
package dev.jcompose.spec.lint;

import org.jspecify.annotations.NullMarked;
