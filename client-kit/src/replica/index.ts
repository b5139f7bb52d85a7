export { type Copy, Replica, type ReplicaOptions } from './replica';
export { Sequence } from './sequence';
export { type Kept, NoReplicaStore, type ReplicaStore } from './store';
