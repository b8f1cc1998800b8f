import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { collection, addDoc, getDocs, query, runTransaction, where } from 'firebase/firestore';
import { store } from './store';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function register(email: string) {
  const found = await client.send(new GetCommand({ TableName: 'users', Key: { email } }));
  if (found.Item) throw new Error('exists');
  await client.send(new PutCommand({ TableName: 'users', Item: { email } })); // expect: SL301
}

export async function reserve(slot: string) {
  const found = await getDocs(query(collection(store, 'bookings'), where('slot', '==', slot)));
  if (!found.empty) throw new Error('taken');
  await addDoc(collection(store, 'bookings'), { slot }); // expect: SL301
}

// A condition that the table checks itself; another table.
export async function registerOnce(email: string) {
  const found = await client.send(new GetCommand({ TableName: 'users', Key: { email } }));
  if (found.Item) throw new Error('exists');
  await client.send(
    new PutCommand({
      TableName: 'users',
      Item: { email },
      ConditionExpression: 'attribute_not_exists(email)',
    }),
  );
}

export async function log(email: string) {
  const found = await client.send(new GetCommand({ TableName: 'users', Key: { email } }));
  if (found.Item) throw new Error('exists');
  await client.send(new PutCommand({ TableName: 'journal', Item: { email } }));
}
