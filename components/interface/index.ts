export { AnswerError, type AnswerParameters, addressOf, fetchAnswer } from './fetch-answer';
export { fetchLines } from './fetch-lines';
