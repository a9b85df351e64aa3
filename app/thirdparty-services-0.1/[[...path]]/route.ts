import { answerApi as answer } from '@/lib/http/answer-api';

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
