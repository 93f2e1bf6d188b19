import { setRole } from '../../io/store/people/accounts.ts';
import type { Database } from '../../io/store/database.ts';
import type { Answer, VisitorRole } from '../route.ts';

/** Changes the role of an account, or shuts it. Returns `done`, or why it was not done. */
export async function changeRole(
  db: Database,
  id: string,
  role: VisitorRole | 'shut',
  done: Answer,
): Promise<Answer> {
  switch (await setRole(db, id, role, new Date())) {
    case 'set':
      return done;
    case 'missing':
      return { kind: 'problem', status: 404, title: 'There is no such account' };
    case 'last owner':
      return { kind: 'problem', status: 409, title: 'One owner has to stay' };
  }
}
