/// What is implied is written down: default values, names, networks, dependencies, variables.
@NullMarked
package dev.jcompose.spec.normal;

import org.jspecify.annotations.NullMarked;
