/// What `watch` does about changed files: {@link WatchedPath} is a rule of a service with what it
/// leaves out, {@link Watching} all of them, and a {@link Reaction} what some changes lead to.
@NullMarked
package dev.jcompose.planner.watch;

import org.jspecify.annotations.NullMarked;
