/// YAML as a tree of nodes with positions.
@NullMarked
package dev.jcompose.spec.yaml;

import org.jspecify.annotations.NullMarked;
