/** The judges. */
package dev.kintsugi.evaluate.judge;
