export interface User {
  id: string;
  name: string;
  status: 'active' | 'inactive';
}
