/** Training. */
package dev.kintsugi.mvae.train;
