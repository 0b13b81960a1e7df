export { AnswerError, type AnswerParameters, addressOf, fetchAnswer } from './fetch-answer';
