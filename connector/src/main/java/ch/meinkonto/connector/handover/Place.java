package ch.meinkonto.connector.handover;

import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;

/**
 * Where a submission goes in the unit's system.
 *
 * @param name the place's name there, made from the reference, the same at each try: {@code
 *     MK-2026-7F3K-92QD/antwort-1}
 */
public record Place(SubmissionId submission, RequestId request, Reference reference, String name) {}
