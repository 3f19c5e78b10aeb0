package dev.kintsugi.web;

import java.util.Map;

/**
 * How a process is.
 *
 * @param live whether it may be left to itself; else it should be started again
 * @param ready whether it does its work
 * @param details for people, in their order
 */
public record Health(boolean live, boolean ready, Map<String, Object> details) {}
