package ch.meinkonto.request;

import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;

/**
 * A part of a request that went to a unit that does not decide it.
 *
 * @param done whether it lies here no more
 * @param taken whether the unit has it
 */
record RequestCopy(SubmissionId id, UnitId unit, boolean done, boolean taken) {}
