/** What models are measured against: simple ways to do what they do. A result means something only beside these. */
package spotlight.baseline;
