import { describe, expect, it } from 'vitest';
import { ProblemError } from '#lib/api/problem.ts';
import { readReport, reportOf, typeOf } from './importReport.ts';

const report =
    '{"rows":2,"inserted":1,"updated":0,"ignored":0,"refused":1,"complete":true,"written":false,"problems":[{"row":2,"line":3,"code":"22P02","message":"no"}]}';

describe('the answer to an import', () => {
    it('is the report in its last line', () => {
        const text = `{"rows":2000,"inserted":2000,"updated":0,"refused":0}\n${report}\n`;
        expect(readReport(text)).toEqual(JSON.parse(report));
    });

    it('may be a refusal, with the report in it if it is for the rows', () => {
        const refusal = (details: string) => () =>
            readReport(`{"code":"PLN105","message":"none was written","details":${details}}`);
        expect(refusal('"why"')).toThrow(ProblemError);
        let thrown: unknown;
        try {
            refusal(report)();
        } catch (error) {
            thrown = error;
        }
        expect(reportOf(thrown)?.refused).toBe(1);
        expect(reportOf(new Error('other'))).toBeNull();
    });

    it('follows what the ending of a file says it is', () => {
        expect(typeOf('a.b.CSV')).toBe('text/csv');
        expect(typeOf('a.pdf')).toBeNull();
    });
});
