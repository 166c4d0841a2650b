/// What a person sees who uses jcompose on a real engine.
@NullMarked
package dev.jcompose.tests.e2e;

import org.jspecify.annotations.NullMarked;
