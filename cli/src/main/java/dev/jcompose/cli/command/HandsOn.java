package dev.jcompose.cli.command;

/// A command that hands on what stands behind its own words: options there are not its own.
public interface HandsOn {}
