import { describe, expect, it } from 'vitest';
import { toContactInfo } from './contact-info';

describe('contact info', () => {
  it('is taken in our spelling and in that of the reference', () => {
    const expected = { name: 'Ada', phoneNumber: '1', mobileNumber: '2', externalCustomerId: 'c-1' };
    expect(toContactInfo({ name: 'Ada', phone_number: '1', mobile_number: '2', external_customer_id: 'c-1' })).toEqual({ info: expected, unknown: [] });
    expect(toContactInfo(expected)).toEqual({ info: expected, unknown: [] });
  });

  it('names what it does not know, also what every object has', () => {
    expect(toContactInfo({ email: '', instagram_username: 'ada', toString: 'x' })).toEqual({ info: { email: '' }, unknown: ['instagram_username', 'toString'] });
  });

  it('passes over what is not there', () => {
    expect(toContactInfo({ name: undefined, city: null, street: 'Marktgasse 12' })).toEqual({ info: { street: 'Marktgasse 12' }, unknown: [] });
  });
});
