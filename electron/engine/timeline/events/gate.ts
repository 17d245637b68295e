import type { GateQuestion } from './gate-question';
import {
  addressesReader,
  describesAnybody,
  isBareCopula,
  isDiary,
  isFragment,
  isQuestion,
  isUnfinished,
  tellsOfPage,
} from './gate-sentence';
import { isConditional, isForecast, isHabit, isModal, isOpinion } from './gate-tense';
import { disagreesWithTime, isFreeToday, isLooseTime, isTimeItself, standsInAside } from './gate-time';

/**
 * Whether a dated clause tells something that happens at that time, rather than what is so, what to do, what might be
 * or what somebody thinks. Each reason is a function of its own below; any one of them keeps the clause out.
 */
export function tellsEvent(question: GateQuestion): boolean {
  if (isQuestion(question) || addressesReader(question) || isFragment(question)) return false;
  if (isLooseTime(question)) return false;
  if (question.head.kind === 'noun') return question.resolution.type !== 'DURATION';
  return !(
    isUnfinished(question) ||
    tellsOfPage(question) ||
    describesAnybody(question) ||
    isDiary(question) ||
    isConditional(question) ||
    isModal(question) ||
    isHabit(question) ||
    isOpinion(question) ||
    isForecast(question) ||
    isBareCopula(question) ||
    isTimeItself(question) ||
    isFreeToday(question) ||
    standsInAside(question) ||
    disagreesWithTime(question)
  );
}

/** Whether a verb is kept out only because the time cannot be its own, so that a noun below it may be what happened then. */
export function timeIsAnothers(question: GateQuestion): boolean {
  const { resolution, publication } = question;
  const isPast = publication !== null && resolution.last !== null && resolution.last < publication;
  return (
    isPast &&
    !isQuestion(question) &&
    !addressesReader(question) &&
    (disagreesWithTime(question) || isHabit(question))
  );
}
