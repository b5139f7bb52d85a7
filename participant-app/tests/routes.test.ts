import { expect, test } from 'vitest';
import { paths, routeOf } from '../src/router/routes';

test.each([
  ['/app/', { screen: 'start' }],
  ['/app/join', { screen: 'join', code: undefined, zone: undefined }],
  ['/app/join/FEST26', { screen: 'join', code: 'FEST26', zone: undefined }],
  ['/app/events/1/help/words', { screen: 'ask', event: '1', step: 'words' }],
  ['/app/requests/2', { screen: 'request', key: '2' }],
  ['/app/me/sign-in', { screen: 'sign-in' }],
  ['/app/elsewhere', { screen: 'unknown' }],
  ['/app/join/%E0%A4%A', { screen: 'join', code: '%E0%A4%A', zone: undefined }],
])('%s', (path, route) => expect(routeOf(path)).toEqual(route));

test('a poster carries its zone', () => {
  expect(routeOf(paths.join('FEST26'), '?zone=Gate%20A')).toEqual({
    screen: 'join',
    code: 'FEST26',
    zone: 'Gate A',
  });
});
