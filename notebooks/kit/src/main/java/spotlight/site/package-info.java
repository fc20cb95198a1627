/** The course as a web site that needs no server and no network: {@code ./lab site}. Start at {@link spotlight.site.Site}. */
package spotlight.site;
