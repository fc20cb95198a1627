/**
 * Chapter 13, <i>landscape</i>: exercises that compute with published facts. N parameters, D training tokens, C floating
 * point operations (FLOPs), GB = 10^9 bytes.
 */
package spotlight.ch13;
