/** What attackers would try first, at every address: who gets in, what tells, what is set. */
@org.jspecify.annotations.NullMarked
package ch.meinkonto.security;
