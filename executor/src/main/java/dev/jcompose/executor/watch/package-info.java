/// Watching files of this machine for the containers that are made of them: {@link FolderWatch}
/// hears of changes, {@link Syncing} copies files, {@link ProjectWatch} does what is to be done,
/// and tells it by {@link WatchEvent}.
@NullMarked
package dev.jcompose.executor.watch;

import org.jspecify.annotations.NullMarked;
